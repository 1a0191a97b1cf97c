// npm run curriculum publishes what Sala ships; with --check it counts and lints the courses as they stand, without a build or a database.
import '../sources.ts';
import { apiScript } from '../start/api-command.ts';
import { run } from '../say.ts';

const NAME_WIDTH = 28;

async function check(): Promise<void> {
  const { countCourses, curriculum, lintCourse } = await import('@sala/curriculum');
  const courses = await curriculum();
  const counts = countCourses(courses);
  const widths = [...counts.keys()].map((course) => course.length + 2);
  const row = (name: string, cells: readonly unknown[]): string =>
    name.padEnd(NAME_WIDTH) + cells.map((cell, i) => String(cell).padStart(widths[i] ?? 0)).join('');
  console.log(row('', [...counts.keys()]));
  for (const name of counts.get('total')?.keys() ?? []) {
    const cells = [...counts.values()].map((of) => of.get(name) ?? 0);
    console.log(row(name, cells));
  }
  const findings = courses.flatMap(lintCourse);
  for (const { course, rule, where, detail } of findings) console.log(`${course} ${where}: ${rule}: ${detail}`);
  console.log(`${courses.length} courses checked, ${findings.length} findings.`);
  if (findings.length > 0) process.exitCode = 1;
}

if (process.argv.includes('--check')) await run(check);
else await apiScript('import-curriculum');
