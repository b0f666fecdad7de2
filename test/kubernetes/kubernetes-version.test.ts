import { KubernetesVersion } from '../../src/kubernetes';

describe('a version of Kubernetes', () => {
  test.each([
    ['1.34', '1.34'],
    ['v1.34.2', '1.34'],
    ['1.34+', '1.34'],
    ['v1.33.5-eks-c39b1d0', '1.33'],
    ['1.34.3-gke.1000', '1.34'],
    ['v1.34.0-rc.1+k3s1', '1.34'],
  ])('%s is %s', (text, minor) => {
    expect(String(KubernetesVersion.parse(text))).toBe(minor);
  });

  test.each(['', '1', '2', '2.0', 'latest', '1.34 ', '1.34.', '1..34', `1.34-${'a'.repeat(64)}`])(
    'is not %j',
    (text) => {
      expect(() => KubernetesVersion.parse(text)).toThrow('a Kubernetes version is written 1.MINOR');
    },
  );

  test.each([
    ['1.33', '1.34', true],
    ['1.34', '1.34', false],
    ['1.100', '1.34', false],
    ['1.34', '1.100', true],
  ])('%s is before %s: %s', (a, b, before) => {
    expect(KubernetesVersion.parse(a).isBefore(KubernetesVersion.parse(b))).toBe(before);
  });
});
