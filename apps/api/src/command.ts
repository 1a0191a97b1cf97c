import { BadEnv, readEnv } from '@sala/api/platform';
import { NestFactory } from '@nestjs/core';
import { AppModule } from './app.module.js';
import { backup, restore } from './commands/backup.js';
import { Mistake, type Command } from './commands/command.js';
import { demo } from './commands/demo.js';
import { administrator, gazetteer, projections } from './commands/operate.js';
import { importCurriculum, migrateCommand, prepare, seedDemo } from './commands/prepare.js';

const commands: Readonly<Record<string, Command>> = {
  prepare,
  migrate: migrateCommand,
  'import-curriculum': importCurriculum,
  'seed-demo': seedDemo,
  demo,
  administrator,
  gazetteer,
  projections,
  backup,
  restore,
};

async function main([name = '', ...words]: readonly string[]): Promise<number> {
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) throw new Mistake(`There is no command "${name}". The commands are: ${Object.keys(commands).join(', ')}.`);
  const env = readEnv();
  const app = await NestFactory.createApplicationContext(AppModule.with(env), { logger: false, abortOnError: false });
  try {
    return await command({ app, words, say: (line) => console.log(line) });
  } finally {
    await app.close();
  }
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    const expected = error instanceof Mistake || error instanceof BadEnv;
    console.error(expected ? error.message : error);
    process.exitCode = 1;
  },
);
