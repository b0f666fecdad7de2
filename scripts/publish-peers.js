// jsii refuses a non-jsii package in "peerDependencies" (even an optional one), so the
// optional peers of `regcred/pulumi` are written into package.json only while npm packs.
const { readFileSync, writeFileSync, renameSync, chmodSync, statSync } = require('node:fs');
const file = require('node:path').join(__dirname, '..', 'package.json');

const manifest = JSON.parse(readFileSync(file, 'utf8'));
for (const [name, range] of Object.entries(manifest.publishPeerDependencies)) {
  if (process.argv[2] === 'add') manifest.peerDependencies[name] = range;
  else delete manifest.peerDependencies[name];
}
const { mode } = statSync(file);
writeFileSync(`${file}.tmp`, `${JSON.stringify(manifest, null, 2)}\n`);
chmodSync(`${file}.tmp`, mode);
renameSync(`${file}.tmp`, file);
