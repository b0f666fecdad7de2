import { testConsumer } from './harness/consumer';

testConsumer({
  language: 'go',
  file: 'main.go',
  pinned: ['consumers/go/go.mod', /pulumi\/sdk\/v3 v(\S+)/],
  inClear: ['config.RequireSecret(ctx, "ghcrPassword")', 'pulumi.String(config.Require(ctx, "ghcrPassword"))'],
  check: (run) => run('go', 'vet', './...', 'github.com/regcred/pulumi-regcred/sdk/go/...'),
});
