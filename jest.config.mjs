import { readFileSync } from 'node:fs';
import presets from 'jest-preset-angular/presets/index.js';

const { paths } = JSON.parse(readFileSync(new URL('./tsconfig.base.json', import.meta.url), 'utf8')).compilerOptions;
const aliases = Object.fromEntries(Object.entries(paths).map(([alias, [file]]) => [`^${alias}$`, file.replace('./', '<rootDir>/')]));
const moduleNameMapper = { ...aliases, '^(\\.{1,2}/.*)\\.js$': '$1' };
const rootDir = import.meta.dirname;

const swc = {
  jsc: {
    target: 'es2023',
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: true },
    keepClassNames: true,
  },
  module: { type: 'es6' },
  sourceMaps: 'inline',
};

const node = (displayName, testMatch, more = {}) => ({
  displayName,
  rootDir,
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper,
  transform: { '^.+\\.ts$': ['@swc/jest', swc] },
  testMatch: testMatch.map((glob) => `<rootDir>/${glob}`),
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.data/', '<rootDir>/tmp/'],
  ...more,
});

const angular = presets.createEsmPreset({ tsconfig: '<rootDir>/tsconfig.web.json' });

export default {
  rootDir,
  projects: [
    node('domain', ['libs/domain/**/*.spec.ts', 'libs/contract/**/*.spec.ts', 'libs/curriculum/**/*.spec.ts']),
    node('tools', ['tools/!(simulate)/**/*.spec.ts']),
    node('api', ['libs/api/**/*.spec.ts', 'apps/api/**/*.spec.ts'], {
      globalSetup: '<rootDir>/tools/test/api.setup.mjs',
      globalTeardown: '<rootDir>/tools/test/stop.mjs',
    }),
    node('journeys', ['apps/*/journeys/**/*.journey.ts'], {
      globalSetup: '<rootDir>/tools/test/journeys.setup.mjs',
      globalTeardown: '<rootDir>/tools/test/stop.mjs',
    }),
    {
      ...angular,
      displayName: 'web',
      testEnvironment: '<rootDir>/tools/test/browser.environment.mjs',
      rootDir,
      moduleNameMapper: { ...angular.moduleNameMapper, ...moduleNameMapper },
      setupFilesAfterEnv: ['<rootDir>/tools/test/angular.setup.mjs'],
      testMatch: ['<rootDir>/libs/web/**/*.spec.ts', '<rootDir>/apps/learner/src/**/*.spec.ts', '<rootDir>/apps/studio/src/**/*.spec.ts'],
      modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.data/', '<rootDir>/tmp/'],
    },
    {
      ...angular,
      displayName: 'simulate',
      // Compiles as ever, but with the fault planted that SALA_MUTANT names.
      transform: {
        '^.+\\.(ts|js|html|svg)$': [
          '<rootDir>/tools/simulate/mutating.mjs',
          { tsconfig: '<rootDir>/tsconfig.web.json', stringifyContentPathRegex: '\\.(html|svg)$', useESM: true },
        ],
      },
      testEnvironment: '<rootDir>/tools/test/browser.environment.mjs',
      rootDir,
      moduleNameMapper: { ...angular.moduleNameMapper, ...moduleNameMapper },
      setupFilesAfterEnv: ['<rootDir>/tools/test/angular.setup.mjs'],
      testMatch: ['<rootDir>/tools/simulate/**/*.spec.ts'],
      modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.data/', '<rootDir>/tmp/'],
    },
  ],
  testTimeout: 30_000,
};
