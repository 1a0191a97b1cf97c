import { Glossary } from '@sala/domain/content';
import { GLOSSARY_FILE } from '@sala/domain/publishing';
import type { PackageStore, StoredVersion } from '@sala/web/data-device';
import * as v from 'valibot';

/** The glossary of a course as far as this phone has it; empty when it is not here or can't be read. */
export async function readGlossary(packages: PackageStore, version: StoredVersion): Promise<Glossary> {
  const read = v.safeParse(Glossary, await packages.document(version, GLOSSARY_FILE));
  return read.success ? read.output : {};
}
