import { spawnSync } from 'node:child_process';
import { describe, expect, it } from '@jest/globals';
import { inRoot } from '../paths.ts';

describe('npm run curriculum -- --check', () => {
  it('counts and lints the courses without a build or a database', () => {
    const env = { ...process.env, DATABASE_URL: 'postgres://nobody@localhost:1/nothing' };
    const { stdout, status } = spawnSync(process.execPath, [inRoot('tools/commands/curriculum.ts'), '--check'], { env, encoding: 'utf8' });
    expect([status, stdout.split('\n').at(-2)]).toEqual([0, expect.stringMatching(/^\d+ courses checked, 0 findings\.$/)]);
    expect(stdout).toMatch(/^ +join-zoom .* total$/m);
    expect(stdout).toMatch(/^lessons +8 +\d+/m);
    expect(stdout).toMatch(/^kB of the largest practice +[\d.]+/m);
  });
});
