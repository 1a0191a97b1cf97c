import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { inRoot } from '../paths.ts';
import { complete } from './complete-lock.mjs';

describe('package-lock.json', () => {
  it('names every optional package of every system, so that npm ci accepts it (node tools/install/complete-lock.mjs mends it)', () => {
    const lock = JSON.parse(readFileSync(inRoot('package-lock.json'), 'utf8')) as { packages: Record<string, object> };
    expect(complete(lock.packages)).toEqual([]);
  });

  it('gets a stub for a package that is only missing, with the system it is made for', () => {
    const packages: Record<string, object> = {
      'node_modules/a': { optionalDependencies: { '@a/core-darwin-arm64': '1.2.3', '@a/core-linux-x64-gnu': '1.2.3' } },
      'node_modules/@a/core-linux-x64-gnu': { version: '1.2.3' },
    };
    expect(complete(packages)).toEqual(['@a/core-darwin-arm64']);
    expect(packages['node_modules/@a/core-darwin-arm64']).toEqual({ version: '1.2.3', os: ['darwin'], cpu: ['arm64'], optional: true });
  });
});
