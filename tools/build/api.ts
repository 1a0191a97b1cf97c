// Compiles the API with tsc's own compiler (decorator metadata, ESM) and Nest's OpenAPI plugin, then turns aliases into relative paths, and adds the lessons.
import { cpSync, renameSync, rmSync } from 'node:fs';
import { before as openApi } from '@nestjs/swagger/plugin';
import { replaceTscAliasPaths } from 'tsc-alias';
import ts from 'typescript';
import { inRoot, root } from '../paths.ts';

const configFile = inRoot('tsconfig.node.json');
const target = inRoot('dist/node');
// Made beside its place and then moved there: whoever runs the API meanwhile never sees half of it.
const outDir = inRoot(`dist/.node-${process.pid}`);

const plugin = {
  dtoFileNameSuffix: ['.dto.ts'],
  controllerFileNameSuffix: ['.controller.ts'],
  classValidatorShim: true,
  introspectComments: true,
};

function compile(): readonly ts.Diagnostic[] {
  const config = ts.getParsedCommandLineOfConfigFile(configFile, {}, { ...ts.sys, onUnRecoverableConfigFileDiagnostic: fail });
  if (!config) return [];
  const program = ts.createProgram({
    rootNames: config.fileNames,
    options: { ...config.options, outDir },
    configFileParsingDiagnostics: config.errors,
  });
  const problems = ts.getPreEmitDiagnostics(program);
  if (problems.length > 0) return problems;
  return program.emit(undefined, undefined, undefined, false, { before: [openApi({ ...plugin, esmCompatible: true }, program)] })
    .diagnostics;
}

function fail(problem: ts.Diagnostic): never {
  console.error(format([problem]));
  process.exit(1);
}

function format(problems: readonly ts.Diagnostic[]): string {
  const host = { getCanonicalFileName: (name: string) => name, getCurrentDirectory: () => root, getNewLine: () => '\n' };
  return ts.formatDiagnosticsWithColorAndContext(problems, host);
}

const problems = compile();
if (problems.length > 0) {
  console.error(format(problems));
  process.exit(1);
}
await replaceTscAliasPaths({ configFile, outDir, resolveFullPaths: true });
// The curriculum's documents and drawings are read from beside its code.
cpSync(inRoot('libs/curriculum/courses'), `${outDir}/libs/curriculum/courses`, { recursive: true });
rmSync(target, { recursive: true, force: true });
renameSync(outDir, target);
