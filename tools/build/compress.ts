// Writes .br and .gz beside every text file of a built app, so that the server only picks one: see the last target of apps/learner/project.json
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { root } from '../paths.ts';

const text = /\.(html|js|css|json|svg|txt|xml|webmanifest|map|ttf)$/;
const smallest = 400;

for (const folder of process.argv.slice(2)) {
  const top = path.resolve(root, folder);
  for (const name of readdirSync(top, { recursive: true, encoding: 'utf8' })) {
    if (!text.test(name)) continue;
    const file = path.join(top, name);
    const plain = readFileSync(file);
    if (plain.length < smallest) continue;
    const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: plain.length };
    writeFileSync(`${file}.br`, brotliCompressSync(plain, { params }));
    writeFileSync(`${file}.gz`, gzipSync(plain, { level: 9 }));
  }
}
