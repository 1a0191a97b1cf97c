import { readFileSync } from 'node:fs';
import nx from '@nx/eslint-plugin';
import angular from 'angular-eslint';
import prettier from 'eslint-config-prettier';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';
import { constraints } from './tools/rooms/grants.mjs';

const aliases = Object.keys(JSON.parse(readFileSync(new URL('./tsconfig.base.json', import.meta.url), 'utf8')).compilerOptions.paths);
const doors = aliases.map((alias) => alias.replace('@sala/', '')).join('|');
const specs = ['**/*.spec.ts', '**/*.journey.ts', 'apps/*/journeys/**/*.ts', 'apps/*/tests/**/*.ts'];
const browser = ['libs/web/**/*.ts', 'apps/learner/src/**/*.ts', 'apps/studio/src/**/*.ts'];

const unknownDoor = {
  regex: `^@sala/(?!(?:${doors})$)`,
  message: 'A lib has one door: import one of the exact aliases of tsconfig.base.json.',
};
const noForwardRef = ['@nestjs/common', '@angular/core'].map((name) => ({
  name,
  importNames: ['forwardRef'],
  message: 'A circle of modules needs another cut, not forwardRef.',
}));
const noNode = { regex: '^node:', message: 'This code also runs in a browser.' };
const dtoTypesOnly = {
  regex: '^@sala/contract/dto$',
  allowTypeImports: true,
  message: 'Import only types from the DTO classes: class-validator must stay out of the apps.',
};
const restrictedImports = (...patterns) => ['error', { paths: noForwardRef, patterns: [unknownDoor, ...patterns] }];

const noExportAll = { selector: 'ExportAllDeclaration', message: 'Name what a lib exports; no `export *`.' };
const noSynchronize = {
  selector: "Property[key.name='synchronize'][value.value=true]",
  message: 'The database changes by migrations only.',
};
const noProcessEnv = [
  { selector: "MemberExpression[object.name='process'][property.name='env']", message: 'Read configuration from Env only.' },
  { selector: 'ImportDeclaration[source.value=/^(node:)?process$/]', message: 'Read configuration from Env only.' },
];

const boundaries = (...allow) => [
  'error',
  { allow, depConstraints: constraints, enforceBuildableLibDependency: false, banTransitiveDependencies: false },
];
// What starts servers, databases and browsers for tests belongs to no room.
const testHelpers = '^(?:\\.\\./)+tools/test/[a-z-]+\\.(?:ts|js)$';

export default defineConfig(
  { ignores: ['dist', 'node_modules', '.data', '.nx', '.angular', 'coverage', 'tmp', '**/*.html.ts'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strict, tseslint.configs.stylistic, prettier],
    plugins: { '@nx': nx },
    languageOptions: {
      parserOptions: {
        project: [
          'tsconfig.node-spec.json',
          'tsconfig.web.json',
          'tsconfig.tools.json',
          'tsconfig.journeys.json',
          'tsconfig.simulate.json',
        ],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@nx/enforce-module-boundaries': boundaries(),
      '@typescript-eslint/no-floating-promises': [
        'error',
        { allowForKnownSafeCalls: [{ from: 'package', package: 'node:test', name: ['test'] }] },
      ],
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/consistent-type-imports': 'off',
      '@typescript-eslint/consistent-type-definitions': 'off',
      '@typescript-eslint/no-extraneous-class': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/ban-ts-comment': ['error', { 'ts-expect-error': true, 'ts-ignore': true, 'ts-nocheck': true }],
      '@typescript-eslint/no-restricted-imports': restrictedImports(),
      'no-restricted-syntax': ['error', noExportAll, noSynchronize, ...noProcessEnv],
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx'], location: 'start' }],
      'max-lines': ['error', { max: 300 }],
      'max-lines-per-function': ['error', { max: 40 }],
      eqeqeq: 'error',
      'no-console': 'error',
    },
  },
  {
    files: ['libs/domain/**/*.ts', 'libs/contract/**/*.ts'],
    ignores: specs,
    rules: { '@typescript-eslint/no-restricted-imports': restrictedImports(noNode) },
  },
  {
    files: browser,
    extends: [angular.configs.tsRecommended],
    processor: angular.processInlineTemplates,
    rules: {
      '@typescript-eslint/no-restricted-imports': restrictedImports(noNode, dtoTypesOnly),
      '@angular-eslint/component-selector': ['error', { type: 'element', prefix: 'sala', style: 'kebab-case' }],
      '@angular-eslint/directive-selector': ['error', { type: 'attribute', prefix: 'sala', style: 'camelCase' }],
      '@angular-eslint/prefer-on-push-component-change-detection': 'off',
    },
  },
  {
    files: ['libs/web/**/*.html', 'apps/**/*.html'],
    extends: [angular.configs.templateRecommended, angular.configs.templateAccessibility],
  },
  {
    files: specs,
    rules: {
      'max-lines-per-function': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@nx/enforce-module-boundaries': boundaries(testHelpers),
    },
  },
  // Their tests run in Node, and read fixtures from the disk.
  { files: ['libs/web/**/*.spec.ts'], rules: { '@typescript-eslint/no-restricted-imports': restrictedImports(dtoTypesOnly) } },
  {
    files: ['tools/**/*.ts', 'libs/api/platform/src/**/env.ts', 'libs/api/platform/src/env/*.ts'],
    rules: { 'no-restricted-syntax': ['error', noExportAll, noSynchronize] },
  },
  { files: ['tools/**/*.ts', 'apps/api/src/commands/**/*.ts', 'apps/api/src/command.ts'], rules: { 'no-console': 'off' } },
);
