package io.firekeeper.configuration.template;

import java.util.List;

import org.jspecify.annotations.Nullable;

/** A part of a template. */
sealed interface TemplateNode {

	/**
	 * Text that comes out as it is.
	 *
	 * @param text the text
	 */
	record Text(String text) implements TemplateNode {
	}

	/**
	 * What is computed and printed.
	 *
	 * @param pipeline what
	 */
	record Action(Pipeline pipeline) implements TemplateNode {
	}

	/**
	 * {@code if}, {@code with} or {@code range}.
	 *
	 * @param keyword which
	 * @param pipeline its condition or what it goes over
	 * @param body what comes then
	 * @param otherwise what comes else
	 */
	record Control(String keyword, Pipeline pipeline, List<TemplateNode> body,
			List<TemplateNode> otherwise) implements TemplateNode {

		public Control {
			body = List.copyOf(body);
			otherwise = List.copyOf(otherwise);
		}

	}

	/**
	 * {@code template}, or {@code block}, whose body is a definition.
	 *
	 * @param name the template
	 * @param pipeline what it gets, or null
	 */
	record Include(String name, @Nullable Pipeline pipeline) implements TemplateNode {
	}

	/**
	 * {@code define}, or the body of a {@code block}.
	 *
	 * @param name the template
	 * @param body its parts
	 */
	record Definition(String name, List<TemplateNode> body) implements TemplateNode {

		public Definition {
			body = List.copyOf(body);
		}

	}

	/**
	 * {@code break} or {@code continue}.
	 *
	 * @param keyword which
	 */
	record Jump(String keyword) implements TemplateNode {
	}

	/**
	 * Commands, each of which gets the result of the one before.
	 *
	 * @param variables those that get the result
	 * @param commands the commands
	 */
	record Pipeline(List<String> variables, List<Command> commands) {

		public Pipeline {
			variables = List.copyOf(variables);
			commands = List.copyOf(commands);
		}

	}

	/**
	 * A command: a function with arguments, or a single value.
	 *
	 * @param operands its parts
	 */
	record Command(List<Operand> operands) {

		public Command {
			operands = List.copyOf(operands);
		}

	}

	/** A value in a command. */
	sealed interface Operand {

		/** Where it starts. */
		int offset();

		/**
		 * A function.
		 *
		 * @param name its name
		 * @param offset where
		 */
		record Function(String name, int offset) implements Operand {
		}

		/**
		 * A literal, {@code nil} included.
		 *
		 * @param kind which sort
		 * @param value its value; of strings without quotes
		 * @param offset where
		 */
		record Literal(TokenKind kind, String value, int offset) implements Operand {
		}

		/**
		 * Fields of the dot; none of them: the dot itself.
		 *
		 * @param path the names of the fields
		 * @param offset where
		 */
		record Dot(List<String> path, int offset) implements Operand {

			public Dot {
				path = List.copyOf(path);
			}

		}

		/**
		 * A variable and fields of it.
		 *
		 * @param name its name with the dollar sign
		 * @param path the names of the fields
		 * @param offset where
		 */
		record Variable(String name, List<String> path, int offset) implements Operand {

			public Variable {
				path = List.copyOf(path);
			}

		}

		/**
		 * A pipeline in parentheses and fields of its result.
		 *
		 * @param pipeline the pipeline
		 * @param path the names of the fields
		 * @param offset where
		 */
		record Nested(Pipeline pipeline, List<String> path, int offset) implements Operand {

			public Nested {
				path = List.copyOf(path);
			}

		}

	}

}
