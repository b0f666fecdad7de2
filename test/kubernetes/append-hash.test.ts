import { appendHash, compareAsGo, goJson } from '../../src/kubernetes';

const type = 'kubernetes.io/dockerconfigjson';

// kubectl's own hashes of a docker-registry Secret are in test/credential
test('all of a Secret but its namespace makes the hash', () => {
  const secret = { name: 'regcred', type, data: { a: 'YQ==', b: 'Yg==' } };
  const names = [
    appendHash(secret),
    appendHash({ ...secret, data: { b: 'Yg==', a: 'YQ==' } }),
    appendHash({ ...secret, immutable: true }),
    appendHash({ ...secret, type: 'Opaque' }),
  ];
  expect(names[1]).toBe(names[0]);
  expect(new Set(names).size).toBe(3);
  for (const name of names) expect(name).toMatch(/^regcred-[bcdfghkmt2456789]{10}$/);
});

test.each([
  [{ b: 'x', a: true }, '{"b":"x","a":true}'],
  [
    new Map([
      ['10', '<&>'],
      ['9', '\u2028'],
    ]),
    '{"10":"\\u003c\\u0026\\u003e","9":"\\u2028"}',
  ],
  ['\ud800', '"\ufffd"'],
])('goJson(%j)', (value, json) => {
  expect(goJson(value)).toBe(json);
});

test('strings are compared by their bytes', () => {
  expect(['\u{1f600}', '\ue000', 'a', 'B'].sort(compareAsGo)).toEqual(['B', 'a', '\ue000', '\u{1f600}']);
});
