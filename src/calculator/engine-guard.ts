import type { Injector } from "@univerjs/core";
import { AstTreeBuilder, ErrorType, ErrorValueObject, Interpreter, Lexer } from "@univerjs/engine-formula";

/**
 * An exception inside the engine leaves its pass unfinished for ever. A formula that cannot be read or calculated
 * becomes an error in its own cell instead.
 */
export function guardEngine(injector: Injector): void {
  const lexer = injector.get(Lexer);
  const readLexer = lexer.treeBuilder.bind(lexer);
  lexer.treeBuilder = (...args: Parameters<Lexer["treeBuilder"]>) => {
    try {
      return readLexer(...args);
    } catch (thrown) {
      report(thrown);
      return ErrorType.VALUE;
    }
  };
  const parser = injector.get(AstTreeBuilder);
  const parse = parser.parse.bind(parser);
  parser.parse = (node) => {
    try {
      return parse(node);
    } catch (thrown) {
      report(thrown);
      return null;
    }
  };
  const interpreter = injector.get(Interpreter);
  const execute = interpreter.execute.bind(interpreter);
  interpreter.execute = (data) => {
    try {
      return execute(data);
    } catch (thrown) {
      report(thrown);
      return ErrorValueObject.create(ErrorType.VALUE);
    }
  };
}

function report(thrown: unknown): void {
  console.error("The formula engine could not calculate a formula", thrown);
}
