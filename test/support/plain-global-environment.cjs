// Jest's own environment sends every look at a global (Math, Map, Object …) through an interceptor and a Proxy, which makes that
// look tens of times as slow; over a whole spec it is some eight percent. This one is as apart from Jest, in a context of
// its own, but that context has an ordinary global object.
const { Buffer } = require('node:buffer');
const vm = require('node:vm');
const { TestEnvironment } = require('jest-environment-node');

module.exports = class PlainGlobalEnvironment extends TestEnvironment {
  constructor(config, context) {
    super(config, context);
    const global = vm.createContext(vm.constants.DONT_CONTEXTIFY);
    const own = new Set(Reflect.ownKeys(global));
    for (const key of Reflect.ownKeys(this.global).filter((each) => !own.has(each))) {
      // The descriptor, not the value: some of these are made when they are first asked for.
      Object.defineProperty(global, key, Object.getOwnPropertyDescriptor(this.global, key));
    }
    // Those that Node's own modules hand out, as in the environment of Jest.
    Object.assign(global, { global, Buffer, ArrayBuffer, Uint8Array });
    global.Error.stackTraceLimit = 100;
    this.context = global;
    this.global = global;
    this.moduleMocker = new this.moduleMocker.constructor(global);
    this.fakeTimersModern = new this.fakeTimersModern.constructor({ config: config.projectConfig, global });
  }
};
