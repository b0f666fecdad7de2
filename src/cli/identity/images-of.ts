import { RegcredError } from '../../error';
import { imagesOf, podSpecsOf } from '../../manifest';
import { Documents } from '../check/read-documents';
import { loadConfig } from '../config/load-config';
import type { CliIo } from '../io';
import type { ImageFlags } from './options';

/** The images that a command line names, and those of its manifests, each once. */
export async function readImages({ image = [], file = [] }: ImageFlags, io: CliIo): Promise<string[]> {
  if (file.length === 0) return [...image];
  const { customKinds } = loadConfig(undefined, io).check;
  const documents = await Documents.open(file, io);
  const images = new Set(image);
  for (const { object } of documents.read()) {
    for (const { podSpec } of podSpecsOf(object, customKinds)) {
      for (const use of imagesOf(podSpec)) if (typeof use.image === 'string') images.add(use.image);
    }
  }
  const [problem] = documents.problems;
  // a policy for some of the images would look like one for all
  if (problem) throw new RegcredError('cli-unreadable', `${problem.file}:${problem.line}: ${problem.message}`);
  return [...images];
}
