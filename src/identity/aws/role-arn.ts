import { RegcredError, requireString } from '../../error';
import { quoted } from '../../image';
import { isAwsAccountId } from './account-id';
import { AWS_PARTITIONS } from './partition';

const MAX_ARN = 2048;
const MAX_ROLE_NAME = 64;
const NAME = /^[\w+=,.@-]+$/;
/** What IAM allows between the slashes of a role's path. */
const PATH_SEGMENT = /^[\x21-\x2e\x30-\x7e]+$/;

/**
 * The ARN of an IAM role, `arn:PARTITION:iam::ACCOUNT:role/[PATH/]NAME`.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html
 */
export class RoleArn {
  /** A role's ARN, or an error that says what is wrong with it. */
  public static parse(text: string): RoleArn {
    requireString(text, 'identity-role-arn', 'role ARN', "'arn:aws:iam::111122223333:role/NAME'");
    if (text.length > MAX_ARN) throw malformed(text, `an ARN has at most ${MAX_ARN} characters`);
    const [arn, partition = '', service, region, account = '', ...rest] = text.split(':');
    const resource = rest.join(':');
    if (arn !== 'arn') throw malformed(text, "it does not begin with 'arn:'");
    if (!AWS_PARTITIONS.some(({ name }) => name === partition)) {
      throw malformed(
        text,
        `partition ${quoted(partition)} is none of ${AWS_PARTITIONS.map((p) => p.name).join(', ')}`,
      );
    }
    if (service === 'sts') throw malformed(text, 'it names a session of the role; write the ARN of the role itself');
    if (service !== 'iam') throw malformed(text, `its service is ${quoted(service ?? '')}, not 'iam'`);
    if (region !== '') throw malformed(text, 'IAM is global: leave the region empty');
    if (!isAwsAccountId(account)) throw malformed(text, `account ${quoted(account)} is not twelve digits`);
    const [kind, ...path] = resource.split('/');
    const name = path.pop() ?? '';
    if (kind !== 'role') throw malformed(text, `it names ${quoted(kind ?? '')}, not a role`);
    if (name.length > MAX_ROLE_NAME || !NAME.test(name)) throw malformed(text, `role name ${quoted(name)} is not one`);
    if (!path.every((segment) => PATH_SEGMENT.test(segment))) throw malformed(text, 'its path has an empty segment');
    return new RoleArn(partition, account, name, text);
  }

  private constructor(
    public readonly partition: string,
    public readonly accountId: string,
    public readonly roleName: string,
    private readonly text: string,
  ) {}

  public toString(): string {
    return this.text;
  }
}

function malformed(text: string, why: string): RegcredError {
  return new RegcredError(
    'identity-role-arn',
    `role ARN is malformed, ${why}: got ${quoted(text)}, write 'arn:aws:iam::111122223333:role/NAME'`,
  );
}
