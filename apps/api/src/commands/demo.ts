import { Demo, DEMO_PASSWORD, People } from '@sala/api/people';
import type { Command } from './command.js';

/** Prints how the demo people sign in at this moment. */
export const demo: Command = async ({ app, say }) => {
  if (!(await app.get(People).holdsDemo())) {
    say('គ្មានអ្នកសាកល្បងនៅទីនេះទេ។ There are no demo people here.');
    return 0;
  }
  const signIns = await app.get(Demo).signIns();
  say('អ្នករៀនសាកល្បង (ចុចលេខកាត រួចជ្រើសលេខសម្ងាត់ ៤ ខ្ទង់)   Demo learners (enter the card code, then choose a PIN of 4 digits)');
  for (const { person, card } of signIns.filter((one) => one.card)) {
    const roles = person.roles.map((held) => held.role).join(', ');
    say(`  ${card ?? ''}   ${person.name.slice(0, 2).join(' ')} (${person.name.slice(2).join(' ')}, ${roles})`);
  }
  say(`បុគ្គលិកសាកល្បង នៅ /studio (ពាក្យសម្ងាត់រួម)   Demo staff at /studio, password of all: ${DEMO_PASSWORD}`);
  for (const { person, email, code } of signIns.filter((one) => one.email)) {
    say(
      `  ${email ?? ''}   code ${code ?? ''}   ${person.name.slice(0, 2).join(' ')} (${person.roles.map((held) => held.role).join(', ')})`,
    );
  }
  say('លេខកូដប្រើបាន ៣០ វិនាទី៖ npm run demo បង្ហាញលេខថ្មី។   Codes last 30 seconds, each works once: `npm run demo` prints new ones.');
  return 0;
};
