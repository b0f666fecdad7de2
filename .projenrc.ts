import { cdk, cdk8s, javascript } from 'projen';

const project = new cdk8s.ConstructLibraryCdk8s({
  name: 'regcred',
  description: 'Registry credentials for every namespace of a Kubernetes cluster, proven before anything is applied',
  keywords: [
    'kubernetes',
    'imagePullSecrets',
    'docker-registry',
    'registry',
    'credentials',
    'serviceaccount',
    'pulumi',
  ],
  author: 'regcred maintainers',
  authorAddress: 'maintainers@regcred.example',
  authorOrganization: true,
  repositoryUrl: 'https://github.com/regcred/regcred.git',
  license: 'Apache-2.0',
  copyrightOwner: 'regcred maintainers',
  defaultReleaseBranch: 'main',
  stability: 'experimental',

  // toolchain
  packageManager: javascript.NodePackageManager.NPM,
  projenrcTs: true,
  projenVersion: '0.103.25',
  minNodeVersion: '20.16.0',
  jsiiVersion: '~6.0.16',
  typescriptVersion: '~6.0.3', // TypeScript 7 is `latest`; jsii 6 wants ~6.0
  validateTsconfig: cdk.ValidateTsconfig.MINIMAL, // STRICT rejects the two options below
  tsconfig: { compilerOptions: { noUncheckedIndexedAccess: true, noImplicitOverride: true } },
  biome: true,
  eslint: false,
  biomeOptions: {
    version: '2.5.15',
    biomeConfig: {
      formatter: { indentStyle: javascript.biome_config.IndentStyle.SPACE, lineWidth: 120 },
      javascript: { formatter: { quoteStyle: javascript.biome_config.QuoteStyle.SINGLE } },
      linter: {
        rules: {
          style: {
            noRestrictedImports: {
              level: 'error',
              options: {
                paths: { 'fast-check': "import it from 'test/fast-check', which gives it the seed of this run" },
              },
            },
          },
        },
      },
    },
  },
  typecheckTests: true, // ts-jest only transpiles
  jestOptions: {
    jestVersion: '^30',
    configFilePath: 'jest.config.json',
    updateSnapshot: javascript.UpdateSnapshot.NEVER,
    passWithNoTests: false,
    jestConfig: {
      collectCoverage: false,
      testTimeout: 60_000, // milliseconds: for what never ends, not for what is slow on a busy machine
      globalSetup: '<rootDir>/test/jest/open-temporary-folder.ts',
      globalTeardown: '<rootDir>/test/jest/remove-temporary-folder.ts',
      // tests and examples run on the sources: nothing has to be built first
      moduleNameMapper: {
        '^regcred$': '<rootDir>/src/index',
        '^regcred/pulumi$': '<rootDir>/src/pulumi/index',
        '^regcred/pulumi-policy$': '<rootDir>/src/pulumi/policy/index',
        '^@acme/platform$': '<rootDir>/examples/org-package/platform/index',
      },
      testPathIgnorePatterns: [
        '/node_modules/',
        '<rootDir>/test/e2e/',
        '<rootDir>/test/packaged/',
        '<rootDir>/test/pulumi-engine/',
      ],
    },
  },

  // no GitHub files, no release machinery (commit-and-tag-version wants Node 22)
  github: false,
  release: false,
  depsUpgrade: false,
  sampleCode: false,
  integrationTestAutoDiscover: false,

  // dependencies
  cdk8sVersion: '2.70.0',
  constructsVersion: '10.4.0',
  // jsii wants what is no jsii module to be bundled
  deps: ['commander@^14.0.3', 'js-yaml@^4.3.2', 'tinyglobby@^0.2.15', 'yaml@^2.9.1'],
  bundledDeps: ['commander', 'js-yaml', 'tinyglobby', 'yaml'],
  devDeps: [
    '@microsoft/jest-sarif@1.0.0-beta.0', // carries the SARIF schema
    '@grpc/grpc-js@1.14.7', // with the next two, the recording provider of test/pulumi-engine
    'google-protobuf@3.21.4',
    '@types/google-protobuf@3.15.12',
    '@pulumi/kubernetes@4.34.2',
    '@pulumi/policy@1.21.0',
    '@pulumi/pulumi@3.248.0', // the last one for Node 20
    '@swimlane/docker-reference@2.0.1', // the bench compares with it
    '@types/js-yaml@^4.0.9',
    'ajv@^8.20.0',
    'ajv-formats@^3.0.1',
    'cdk8s-cli@^2.207.60',
    'cdk8s-plus-28@^2.5.6',
    'cdk8s-plus-33@^2.5.57',
    'docker-parse-image@3.0.1', // the bench compares with it
    'fast-check@^4.10.2',
  ],
  bin: { regcred: 'bin/regcred' },

  // languages
  publishToPypi: { distName: 'regcred', module: 'regcred' },
  publishToMaven: { javaPackage: 'io.github.regcred', mavenGroupId: 'io.github.regcred', mavenArtifactId: 'regcred' },
  publishToGo: { moduleName: 'github.com/regcred/regcred-go', packageName: 'regcred' },
});

// 1.13.0 lists platform packages that the registry does not have: `npm ci` then says "Missing: … from lock file"
project.package.addPackageResolutions('unrs-resolver@1.12.2');
project.package.addVersion('0.1.0');
project.package.addField('exports', {
  '.': { types: './lib/index.d.ts', default: './lib/index.js' },
  './pulumi': { types: './lib/pulumi/index.d.ts', default: './lib/pulumi/index.js' },
  './pulumi-policy': { types: './lib/pulumi/policy/index.d.ts', default: './lib/pulumi/policy/index.js' },
  './package.json': './package.json',
  './.jsii': './.jsii',
});
// for consumers on the node10 module resolution, which knows no "exports"
project.package.addField('typesVersions', {
  '*': { pulumi: ['./lib/pulumi/index.d.ts'], 'pulumi-policy': ['./lib/pulumi/policy/index.d.ts'] },
});

// jsii rejects non-jsii packages in peerDependencies, even optional ones: they are added while npm packs
project.package.addField('publishPeerDependencies', {
  '@pulumi/pulumi': '^3.142.0',
  '@pulumi/kubernetes': '^4.18.1',
  '@pulumi/policy': '^1.13.0',
});
project.package.addField('peerDependenciesMeta', {
  '@pulumi/pulumi': { optional: true },
  '@pulumi/kubernetes': { optional: true },
  '@pulumi/policy': { optional: true },
});
project.package.setScript('prepack', 'node scripts/publish-peers.js add');
project.package.setScript('postpack', 'node scripts/publish-peers.js remove');
for (const folder of [
  '/.ci/',
  '/bench/',
  '/docs/',
  '/examples/',
  '/pulumi-plugin/',
  '/scripts/',
  '/jest.config.json',
  '/jest.pulumi.config.json',
  '/biome.jsonc',
]) {
  project.npmignore?.exclude(folder);
}

// examples and docs import the package by its own name; here that name means the sources
const SOURCES = {
  regcred: ['../src/index.ts'],
  'regcred/pulumi': ['../src/pulumi/index.ts'],
  'regcred/pulumi-policy': ['../src/pulumi/policy/index.ts'],
  '@acme/platform': ['../examples/org-package/platform/index.ts'],
};
for (const folder of ['examples', 'bench']) {
  const config = new javascript.TypescriptConfig(project, {
    fileName: `${folder}/tsconfig.json`,
    // the component for other languages is checked with the examples: its own tsconfig.json is for where it is installed
    include: folder === 'examples' ? ['**/*.ts', '../pulumi-plugin/*.ts'] : ['**/*.ts'],
    exclude: ['node_modules'],
    compilerOptions: {
      noEmit: true,
      rootDir: '..',
      paths: SOURCES,
    },
  });
  if (project.tsconfig) config.addExtends(project.tsconfig);
  project.testTask.prependSteps({ name: `Type-check ${folder}`, execArgs: ['tsc', '--noEmit', '-p', config.fileName] });
  project.biome?.addFilePattern(`${folder}/**`);
}

for (const folder of ['scripts', 'pulumi-plugin']) project.biome?.addFilePattern(`${folder}/**`);

// the programs that the engine's tests run are copied away and import the package by its name
project.tsconfigDev.file.addOverride('compilerOptions.paths', SOURCES);

project.addTask('quickstart', {
  description: 'Synthesise every example and say what each namespace got',
  steps: [{ exec: 'node -r ./scripts/typescript.js scripts/quickstart.ts', receiveArgs: true }],
});
project.addTask('test:pulumi', {
  description: 'What the real Pulumi engine does with regcred/pulumi',
  steps: [{ exec: 'jest -c jest.pulumi.config.json', receiveArgs: true }],
});
project.addTask('test:pulumi-versions', {
  description: 'regcred/pulumi with the lowest and the highest Pulumi that it works with',
  steps: [{ exec: 'node scripts/pulumi-versions.js', receiveArgs: true }],
});
project.addTask('test:packaged', {
  description: 'The npm package and the Python wheel as somebody installs them',
  steps: [
    { spawn: 'compile' },
    { exec: 'jsii-pacmak --target js' },
    { exec: 'jest -c test/packaged/jest.config.json --runInBand', receiveArgs: true },
  ],
});
project.addTask('docs:generate', {
  description: 'Write the pages that come from the code: docs/registries/, docs/findings.md, examples/broken/*.txt',
  steps: [
    { exec: 'node -r ./scripts/typescript.js scripts/registry-docs.ts' },
    { exec: 'node -r ./scripts/typescript.js scripts/findings-docs.ts' },
  ],
});
project.addTask('test:e2e', {
  description: 'What is said of Kubernetes, tried on a real API server, kubelet, containerd and registry',
  steps: [{ exec: 'node -r ./scripts/typescript.js test/e2e/main.ts test', receiveArgs: true }],
});
project.addTask('e2e:up', {
  description: 'Start the servers of the end-to-end tests, to play with',
  exec: 'node -r ./scripts/typescript.js test/e2e/main.ts up',
});
project.addTask('e2e:down', {
  description: 'Stop the servers of the end-to-end tests',
  exec: 'node -r ./scripts/typescript.js test/e2e/main.ts down',
});
project.addTask('e2e:evidence', {
  description: 'Write docs/evidence.md from the last run of the end-to-end tests',
  exec: 'node -r ./scripts/typescript.js scripts/evidence.ts',
});
project.addTask('bench', {
  description: 'The performance gates of docs/performance.md, as ratios in one process',
  steps: [{ exec: 'node -r ./scripts/typescript.js bench/main.ts', receiveArgs: true }],
});

// the Go module proxy may lack the jsii runtime and cdk8s: generate the code, do not build it
project.tasks.tryFind('package:go')?.reset('jsii-pacmak -v --target go --code-only');

project.tasks.addEnvironment('JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION', '20');

project.synth();
