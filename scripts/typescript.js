// Lets node run the TypeScript of examples, bench and scripts as it stands: no build, and `regcred` means src/.
const { join } = require('node:path');
const Module = require('node:module');

require('ts-node').register({ transpileOnly: true, project: join(__dirname, '..', 'test', 'tsconfig.json') });

const sources = {
  regcred: '../src/index.ts',
  'regcred/pulumi': '../src/pulumi/index.ts',
  'regcred/pulumi-policy': '../src/pulumi/policy/index.ts',
  '@acme/platform': '../examples/org-package/platform/index.ts',
};
const resolve = Module._resolveFilename;
Module._resolveFilename = function (request, ...rest) {
  const source = sources[request];
  return resolve.call(this, source ? join(__dirname, source) : request, ...rest);
};
