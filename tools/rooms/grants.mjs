/**
 * What each room may stand on: the "stands on" column of ARCHITECTURE.md, enforced as an error by ESLint.
 * A room may import the rooms named here, and the pure rooms (contract, domain) that those stand on in turn.
 * @type {Record<string, string[]>}
 */
const standsOn = {
  'domain-khmer': [],
  'domain-access': [],
  'domain-people': ['domain-access', 'domain-khmer'],
  'domain-practice': ['domain-khmer'],
  'domain-content': ['domain-khmer', 'domain-practice'],
  'domain-assessment': ['domain-content', 'domain-khmer'],
  'domain-learning': ['domain-content', 'domain-assessment'],
  'domain-mentoring': ['domain-content', 'domain-learning'],
  'domain-reporting': ['domain-learning', 'domain-mentoring'],
  'domain-publishing': ['domain-content', 'domain-access'],
  'domain-editing': ['domain-content', 'domain-publishing'],
  'domain-sealing': ['domain-publishing'],
  'contract-routes': ['contract-dto', 'domain-*'],
  'contract-dto': ['contract-routes', 'domain-*'],
  'api-platform': ['contract-*', 'domain-access', 'domain-sealing'],
  'api-identity': ['api-platform'],
  'api-people': ['api-identity', 'api-learning-log', 'api-platform', 'domain-people'],
  'api-library': ['api-platform', 'domain-content', 'domain-publishing', 'domain-sealing'],
  'api-learning-log': ['api-platform', 'domain-learning', 'domain-mentoring'],
  'api-progress': ['api-platform', 'api-learning-log', 'api-library'],
  'api-mentoring': ['api-platform', 'api-identity', 'api-people', 'api-library', 'api-learning-log', 'api-progress', 'domain-mentoring'],
  'api-reporting': [
    'api-platform',
    'api-people',
    'api-library',
    'api-learning-log',
    'api-progress',
    'domain-people',
    'domain-reporting',
    'domain-mentoring',
  ],
  'api-sync': ['api-platform', 'api-identity', 'api-learning-log', 'api-library', 'api-people', 'api-progress'],
  'api-authoring': ['api-platform', 'api-identity', 'api-library', 'domain-content', 'domain-publishing'],
  curriculum: ['domain-content', 'domain-publishing'],
  'web-ui': ['domain-khmer'],
  'web-ui-lesson': ['web-ui', 'domain-content', 'domain-assessment', 'domain-practice'],
  'web-data-api': ['contract-*', 'domain-*'],
  'web-data-device': ['contract-*', 'domain-*'],
  'web-data-session': ['web-data-api', 'web-data-device', 'contract-*', 'domain-*'],
  'web-data-sync': ['web-data-api', 'web-data-device', 'web-data-session', 'contract-*', 'domain-*'],
  'web-feature-learn': ['web-data-*', 'web-ui*'],
  'web-feature-account': ['web-data-*', 'web-ui*'],
  'web-feature-relay': ['web-data-*', 'web-ui'],
  'web-feature-mentor': ['web-data-*', 'web-ui*', 'domain-mentoring'],
  'web-feature-author': ['web-data-*', 'web-ui*'],
  'web-feature-people': ['web-data-*', 'web-ui*'],
  'web-feature-reports': ['web-data-*', 'web-ui*'],
  'app-api': ['api-*', 'curriculum', 'contract-*'],
  'app-learner': ['web-*', 'contract-*'],
  'app-studio': ['web-*', 'contract-*'],
};

const rooms = Object.keys(standsOn);

/** @param {string} pattern */
const matching = (pattern) => (pattern.includes('*') ? rooms.filter((room) => room.startsWith(pattern.replace('*', ''))) : [pattern]);

/** @param {string} room */
const direct = (room) => (standsOn[room] ?? []).flatMap(matching).filter((other) => other !== room);

/** @param {string} room */
const isPure = (room) => room.startsWith('domain-') || room.startsWith('contract-');

/** Every room that `room` may import, worked out from the table. @param {string} room @returns {string[]} */
export function grantsOf(room) {
  const granted = new Set(direct(room));
  for (const other of granted) for (const below of direct(other)) if (isPure(below) && below !== room) granted.add(below);
  return [...granted];
}

const frameworks = ['@angular/*', '@nestjs/*', 'rxjs', 'rxjs/*', 'typeorm', 'class-validator', 'class-transformer', 'fastify', 'pg', 'idb'];
const serverOnly = [
  '@nestjs/*',
  'typeorm',
  'fastify',
  '@fastify/*',
  'pg',
  'pg-copy-streams',
  'prom-client',
  '@node-rs/argon2',
  'tar-stream',
  'sharp',
  'yauzl',
  'yazl',
  'write-excel-file',
  'file-type',
];

/** The constraints for `@nx/enforce-module-boundaries`: layers, platforms, then one grant a room. */
export const constraints = [
  { sourceTag: 'layer:domain', onlyDependOnLibsWithTags: ['layer:domain'], bannedExternalImports: frameworks },
  { sourceTag: 'layer:contract', onlyDependOnLibsWithTags: ['layer:contract', 'layer:domain'] },
  { sourceTag: 'layer:curriculum', onlyDependOnLibsWithTags: ['layer:domain'], bannedExternalImports: frameworks },
  { sourceTag: 'layer:api', onlyDependOnLibsWithTags: ['layer:api', 'layer:contract', 'layer:domain'] },
  { sourceTag: 'layer:ui', onlyDependOnLibsWithTags: ['layer:ui', 'layer:domain'] },
  { sourceTag: 'layer:data', onlyDependOnLibsWithTags: ['layer:data', 'layer:contract', 'layer:domain'] },
  { sourceTag: 'layer:feature', onlyDependOnLibsWithTags: ['layer:ui', 'layer:data', 'layer:contract', 'layer:domain'] },
  {
    sourceTag: 'layer:app',
    onlyDependOnLibsWithTags: [
      'layer:feature',
      'layer:api',
      'layer:ui',
      'layer:data',
      'layer:contract',
      'layer:domain',
      'layer:curriculum',
    ],
  },
  { sourceTag: 'platform:any', onlyDependOnLibsWithTags: ['platform:any'] },
  { sourceTag: 'platform:node', onlyDependOnLibsWithTags: ['platform:node', 'platform:any'], bannedExternalImports: ['@angular/*', 'idb'] },
  { sourceTag: 'platform:browser', onlyDependOnLibsWithTags: ['platform:browser', 'platform:any'], bannedExternalImports: serverOnly },
  ...rooms.map((room) => ({ sourceTag: `room:${room}`, onlyDependOnLibsWithTags: grantsOf(room).map((other) => `room:${other}`) })),
];
