import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';
import { inRoot, root } from '../paths.ts';
import { say, Trouble } from '../say.ts';

const installed = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome-stable', '/usr/bin/google-chrome'];
/** What Chromium is not to have. It heeds the last such list alone, so what playwright-core switches off (its chromiumSwitches) stands here as well. */
const unwanted = [
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
  // The address line's lists are pages of their own, two in each window, which nobody sees: two thirds of what opening a window took.
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
];
/** What makes Chromium start fast and ask nobody for anything. */
export const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // One process for the tabs of a profile, and none made in advance: with two cores, starting them took a quarter of the journeys' time.
  '--renderer-process-limit=1',
  `--disable-features=${unwanted.join(',')}`,
];

/** A Chromium that runs on this machine: the one of CHROME_PATH, an installed one, or Playwright's. */
export function findChromium(): string | undefined {
  const given = process.env['CHROME_PATH'];
  const candidates = [...(given ? [given] : []), ...installed, chromium.executablePath()];
  return candidates.find((file) => existsSync(file) && spawnSync(file, ['--version'], { stdio: 'ignore' }).status === 0);
}

/** Finds Chromium, or installs it: Playwright's download, else Debian's package when we are root. */
export function ensureChromium(): string {
  const found = findChromium() ?? install();
  if (found) return found;
  throw new Trouble(
    'រកមិនឃើញ Chromium សម្រាប់សាកល្បង។ សូមដំឡើងវា (sudo apt-get install chromium) ឬកំណត់ CHROME_PATH។',
    'The journeys need Chromium, and it could not be installed. Install it (sudo apt-get install chromium), or set CHROME_PATH to the file of one.',
  );
}

function install(): string | undefined {
  say('កំពុងដំឡើង Chromium… Installing Chromium for the journeys…');
  const quietly = { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] as ['ignore', 'inherit', 'inherit'] };
  spawnSync(process.execPath, [inRoot('node_modules/playwright-core/cli.js'), 'install', 'chromium'], quietly);
  const downloaded = findChromium();
  if (downloaded || process.getuid?.() !== 0) return downloaded;
  const apt = ['-o', 'DPkg::Lock::Timeout=500'];
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  spawnSync('apt-get', [...apt, 'update'], { ...quietly, env });
  spawnSync('apt-get', [...apt, 'install', '-y', '--no-install-recommends', 'chromium'], { ...quietly, env });
  return findChromium();
}

/** Opens a fresh, quiet Chromium; more flags may be added. */
export function launchChromium(...flags: string[]): Promise<Browser> {
  return chromium.launch({ executablePath: ensureChromium(), headless: true, args: [...quiet, ...flags] });
}
