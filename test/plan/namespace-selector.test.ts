import { NamespaceSelector } from '../../src';
import fc from '../fast-check';

const { all, everything, labels, names } = NamespaceSelector;

describe('what is selected', () => {
  test.each<[string, NamespaceSelector, string, Record<string, string>, boolean]>([
    ['all', all(), 'shop', {}, true],
    ['all', all(), 'kube-system', {}, false],
    ['everything', everything(), 'kube-system', {}, true],
    ['labels', labels({ team: 'shop' }), 'a', { team: 'shop', stage: 'prod' }, true],
    ['labels', labels({ team: 'shop' }), 'a', { team: 'search' }, false],
    ['labels', labels({ team: 'shop' }), 'a', {}, false],
    ['names', names('a', 'b'), 'b', {}, true],
    ['names', names('a', 'b'), 'c', {}, false],
    ['excluding', labels({ team: 'shop' }).excluding('b'), 'b', { team: 'shop' }, false],
    ['having one value', all().having('stage', 'prod', 'test'), 'a', { stage: 'prod' }, true],
    ['having any value', all().having('stage'), 'a', { stage: '' }, true],
    ['having any value', all().having('stage'), 'a', {}, false],
    ['lacking', all().lacking('stage', 'prod'), 'a', {}, true],
    ['lacking', all().lacking('stage', 'prod'), 'a', { stage: 'prod' }, false],
    ['lacking at all', all().lacking('stage'), 'a', { stage: 'dev' }, false],
  ])('%s: %# %s', (_, selector, name, given, selected) => {
    expect(selector.selects(name, given)).toBe(selected);
  });
});

describe('two selectors overlap unless their labels say that they cannot', () => {
  test.each<[string, NamespaceSelector, NamespaceSelector, boolean]>([
    ['different labels', labels({ team: 'a' }), labels({ stage: 'prod' }), true],
    ['values of one label', labels({ team: 'a' }), labels({ team: 'b' }), false],
    ['one without the value of the other', all().lacking('team', 'a'), labels({ team: 'a' }), false],
    ['one without the label of the other', all().lacking('team'), labels({ team: 'a' }), false],
    ['lists that share a value', all().having('team', 'a', 'b'), all().having('team', 'b', 'c'), true],
    ['lists that share none', all().having('team', 'a', 'b'), all().having('team', 'c'), false],
    ['names', names('a'), names('b'), false],
    ['a name and a label', names('a'), labels({ team: 'a' }), true],
  ])('%s', (_, a, b, overlap) => {
    expect([a._overlaps(b), b._overlaps(a)]).toEqual([overlap, overlap]);
  });

  test('a namespace that both select is proof of it', () => {
    const key = fc.constantFrom('x', 'y');
    const values = fc.uniqueArray(fc.constantFrom('a', 'b', 'c'), { maxLength: 2 });
    const step = fc.tuple(fc.constantFrom('having' as const, 'lacking' as const), key, values);
    const build = (steps: [step: 'having' | 'lacking', key: string, values: string[]][]) => {
      try {
        return steps.reduce((selector, [method, k, v]) => selector[method](k, ...v), everything());
      } catch {
        return undefined; // a contradiction in itself
      }
    };
    fc.assert(
      fc.property(fc.array(step), fc.array(step), fc.dictionary(key, fc.constantFrom('a', 'b', 'c')), (p, q, found) => {
        const [a, b] = [build(p), build(q)];
        fc.pre(a !== undefined && b !== undefined);
        fc.pre(a.selects('n', found) && b.selects('n', found));
        expect(a._overlaps(b)).toBe(true);
      }),
    );
  });
});

describe('what cannot be', () => {
  test.each<[string, () => unknown, string]>([
    ['no label', () => labels({}), 'no label is given, and Kubernetes reads that as every namespace'],
    ['no name', () => names(), 'no name is given, so no namespace is selected: name at least one'],
    ['nothing left', () => names('a').excluding('a'), 'its requirements exclude one another, drop one'],
    ['two values at once', () => labels({ team: 'a' }).having('team', 'b'), 'no namespace can be selected by'],
    ['no label key', () => labels({ 'a b': 'c' }), "got 'a b', write for example 'acme.com/team'"],
    ['no label value', () => labels({ a: 'b c' }), "got 'b c'; longer texts go into annotations"],
    ['no namespace', () => names('Shop'), "got 'Shop', write 'shop'"],
  ])('%s', (_, make, message) => {
    expect(make).toThrow(message);
  });
});
