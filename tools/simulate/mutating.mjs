import path from 'node:path';
import preset from 'jest-preset-angular';
import { mutants } from './mutants.mjs';

/** The package is CommonJS: what it exports as default stands one step deeper. */
const angular = preset.default;
const root = path.resolve(import.meta.dirname, '../..');
const mutant = mutants[Number(process.env['SALA_MUTANT'] ?? -1)];
const target = mutant && path.join(root, mutant.file);

/** @param {string} text @param {string} file */
function mutated(text, file) {
  if (!mutant || file !== target) return text;
  if (!text.includes(mutant.from)) throw new Error(`the mutant "${mutant.name}" does not fit ${mutant.file} any more`);
  return text.replace(mutant.from, () => mutant.to);
}

/** The compiler of the web tests, with one fault planted in the source that it is given. */
export default {
  /** @param {Parameters<typeof angular.createTransformer>[0]} config */
  createTransformer(config) {
    const compiler = angular.createTransformer(config);
    return {
      canInstrument: false,
      /** @type {typeof compiler.process} */
      process: (text, file, options) => compiler.process(mutated(text, file), file, options),
      /** @type {typeof compiler.processAsync} */
      processAsync: (text, file, options) => compiler.processAsync(mutated(text, file), file, options),
      /** @type {typeof compiler.getCacheKey} */
      getCacheKey: (text, file, options) => compiler.getCacheKey(mutated(text, file), file, options),
    };
  },
};
