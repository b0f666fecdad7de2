import {
  Server,
  ServerCredentials,
  type ServerUnaryCall,
  type ServiceDefinition,
  type sendUnaryData,
  status,
  type UntypedServiceImplementation,
} from '@grpc/grpc-js';

/** Serves a plugin on a free port of the loopback address, and says it on standard output, as the engine waits for it. */
export function servePlugin(service: ServiceDefinition, handlers: UntypedServiceImplementation): void {
  const unlimited = { 'grpc.max_receive_message_length': -1, 'grpc.max_send_message_length': -1 };
  const server = new Server(unlimited);
  server.addService(service, handlers);
  server.bindAsync('127.0.0.1:0', ServerCredentials.createInsecure(), (error, port) => {
    if (error) throw error;
    process.stdout.write(`${port}\n`);
  });
  // The engine kills its plugins; one that outlived a killed engine goes with its pipe.
  process.stdout.on('error', () => process.exit(1));
}

/** Answers a call with a value, or with the error that making it threw. */
export function answer<Request, Response>(make: (request: Request) => Response | Promise<Response>) {
  return async (call: ServerUnaryCall<Request, Response>, callback: sendUnaryData<Response>) => {
    try {
      callback(null, await make(call.request));
    } catch (error) {
      callback({ code: status.UNKNOWN, details: error instanceof Error ? error.message : String(error) });
    }
  };
}
