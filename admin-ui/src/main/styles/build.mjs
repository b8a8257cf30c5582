// Builds one style sheet from the parts of NL Design System that the pages use, with the fonts, htmx and the licence texts.
// Usage: node src/main/styles/build.mjs OUTPUT-DIRECTORY   (run in the module's directory; does nothing when nothing changed)
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { inflateSync } from 'node:zlib';

const MODULES = 'node_modules';
const THEME = '@nl-design-system-unstable/voorbeeld-design-tokens/dist/theme.css';
const COMPONENTS = [
  '@nl-design-system-candidate/button-css/dist/button.css',
  '@nl-design-system-candidate/data-badge-css/dist/data-badge.css',
  '@nl-design-system-candidate/heading-css/dist/heading.css',
  '@nl-design-system-candidate/link-css/dist/link.css',
  '@nl-design-system-candidate/number-badge-css/dist/number-badge.css',
  '@nl-design-system-candidate/paragraph-css/dist/paragraph.css',
  '@nl-design-system-candidate/skip-link-css/dist/skip-link.css',
  '@utrecht/alert-css/dist/index.css',
  '@utrecht/form-field-css/dist/index.css',
  '@utrecht/form-label-css/dist/index.css',
  '@utrecht/radio-button-css/dist/index.css',
  '@utrecht/table-css/dist/index.css',
  '@utrecht/textbox-css/dist/index.css',
];
const FONT = '@fontsource/noto-sans';
const FONT_WEIGHTS = [400, 600, 700];
const FONT_SUBSETS = ['latin-ext', 'latin'];
const SCRIPT = 'htmx.org/dist/htmx.min.js';

const styles = dirname(new URL(import.meta.url).pathname);
const output = resolve(process.argv[2] ?? 'target/classes/static/style');
const target = resolve(output, '../../..');

// Colours and frame first, then one sheet for each feature.
const FIRST = ['colours.css', 'koppelwerk.css'];
const OWN = [...FIRST, ...readdirSync(styles).filter((name) => name.endsWith('.css') && !FIRST.includes(name)).sort()];

installPackages();
const recipe = fingerprint(['package-lock.json', ...readdirSync(styles).sort().map((name) => join(styles, name))]);
const stamp = join(target, 'styles.stamp');
if (!upToDate(stamp, recipe) || !existsSync(join(output, 'koppelwerk.css'))) {
  rmSync(output, { recursive: true, force: true });
  mkdirSync(join(output, 'fonts'), { recursive: true });
  writeFileSync(join(output, 'koppelwerk.css'), styleSheet());
  cpSync(join(MODULES, SCRIPT), join(output, 'htmx.js'));
  writeFileSync(join(output, 'licences.txt'), licences());
  writeFileSync(stamp, recipe);
}

// npm runs only when the lock file changed since it last ran here.
function installPackages() {
  const lock = fingerprint(['package-lock.json']);
  const installed = join(MODULES, '.koppelwerk');
  if (!upToDate(installed, lock)) {
    const windows = process.platform === 'win32';
    try {
      execFileSync(windows ? 'npm.cmd' : 'npm', ['ci', '--ignore-scripts', '--loglevel=error'], {
        stdio: ['ignore', 'ignore', 'inherit'],
        shell: windows,
      });
    } catch (failure) {
      console.error('The style sheets come from npm packages, and "npm ci" in admin-ui failed: ' + failure.message);
      console.error('Install Node 20 or newer with npm, and see that the npm registry (npm config get registry) answers.');
      process.exit(1);
    }
    writeFileSync(installed, lock);
  }
}

function styleSheet() {
  const components = COMPONENTS.map((file) => read(join(MODULES, file))).join('\n');
  const own = OWN.map((file) => read(join(styles, file))).join('\n');
  return [
    '/* Parts of NL Design System (EUPL-1.2) and Noto Sans (OFL-1.1): see licences.txt beside this file. */',
    fontFaces(),
    ':root {\n' + tokensUsedIn(components + own).join('\n') + '\n}',
    components,
    own,
  ]
    .map((css) => css.replace(/\/\*(?! Parts)[\s\S]*?\*\//g, '').replace(/\n\s*\n+/g, '\n'))
    .join('\n');
}

// The theme has 4,000 tokens; the few hundred that the components reach, directly or through another token, are kept.
function tokensUsedIn(css) {
  const theme = new Map();
  for (const [, name, value] of read(join(MODULES, THEME)).matchAll(/^\s*(--[\w-]+):\s*([^;]*);/gm)) {
    theme.set(name, value);
  }
  const used = new Set();
  const toVisit = [...css.matchAll(/var\(\s*(--[\w-]+)/g)].map((match) => match[1]);
  while (toVisit.length > 0) {
    const name = toVisit.pop();
    if (theme.has(name) && !used.has(name)) {
      used.add(name);
      toVisit.push(...[...theme.get(name).matchAll(/var\(\s*(--[\w-]+)/g)].map((match) => match[1]));
    }
  }
  return [...used].sort().map((name) => `  ${name}: ${theme.get(name)};`);
}

function fontFaces() {
  const faces = [];
  for (const weight of FONT_WEIGHTS) {
    const css = read(join(MODULES, FONT, `${weight}.css`));
    for (const subset of FONT_SUBSETS) {
      const file = `noto-sans-${subset}-${weight}-normal.woff2`;
      const range = css.slice(css.indexOf(`noto-sans-${subset}-${weight}-normal */`)).match(/unicode-range: ([^;]+);/)[1];
      cpSync(join(MODULES, FONT, 'files', file), join(output, 'fonts', file));
      writeFileSync(join(output, 'fonts', file.replace('woff2', 'ttf')), trueType(file.replace('woff2', 'woff')));
      faces.push(
        `@font-face { font-family: 'Noto Sans'; font-style: normal; font-display: swap; font-weight: ${weight}; ` +
          `src: url(fonts/${file}) format('woff2'); unicode-range: ${range}; }`,
      );
    }
  }
  return faces.join('\n');
}

// Documents need letters as plain TrueType: a WOFF file is that with each table deflated.
function trueType(file) {
  const woff = readFileSync(join(MODULES, FONT, 'files', file));
  const count = woff.readUInt16BE(12);
  const power = Math.floor(Math.log2(count));
  const head = Buffer.alloc(12 + 16 * count);
  woff.copy(head, 0, 4, 8);
  head.writeUInt16BE(count, 4);
  head.writeUInt16BE(16 * 2 ** power, 6);
  head.writeUInt16BE(power, 8);
  head.writeUInt16BE(16 * (count - 2 ** power), 10);
  const parts = [head];
  let end = head.length;
  for (let number = 0; number < count; number++) {
    const at = 44 + 20 * number;
    const [offset, packed, size] = [4, 8, 12].map((field) => woff.readUInt32BE(at + field));
    const bytes = woff.subarray(offset, offset + packed);
    const table = packed < size ? inflateSync(bytes) : bytes;
    const padded = Buffer.concat([table, Buffer.alloc(-size & 3)]);
    const entry = 12 + 16 * number;
    woff.copy(head, entry, at, at + 4);
    woff.copy(head, entry + 4, at + 16, at + 20);
    head.writeUInt32BE(end, entry + 8);
    head.writeUInt32BE(size, entry + 12);
    parts.push(padded);
    end += padded.length;
  }
  return Buffer.concat(parts);
}

function licences() {
  const texts = new Map();
  for (const file of [...COMPONENTS, THEME, FONT + '/', SCRIPT]) {
    const name = file.startsWith('@') ? file.split('/').slice(0, 2).join('/') : file.split('/')[0];
    const version = JSON.parse(read(join(MODULES, name, 'package.json'))).version;
    const found = ['LICENSE.md', 'LICENSE'].map((one) => join(MODULES, name, one)).find((path) => existsSync(path));
    const text = read(found).trim();
    texts.set(text, [...(texts.get(text) ?? []), `${name} ${version}`]);
  }
  return [...texts].map(([text, names]) => names.join('\n') + '\n\n' + text + '\n').join('\n' + '='.repeat(80) + '\n\n');
}

function fingerprint(files) {
  const hash = createHash('sha256');
  files.forEach((file) => hash.update(read(file)));
  return hash.digest('hex');
}

function upToDate(file, content) {
  return existsSync(file) && read(file) === content;
}

function read(file) {
  return readFileSync(file, 'utf8');
}
