package nl.koppelwerk.command;

import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in one sentence what is wrong with a command line, and how to see what is right. */
final class UsageRefusals implements IParameterExceptionHandler {
    private final Console console;

    UsageRefusals(Console console) {
        this.console = console;
    }

    @Override
    public int handleParseException(ParameterException exception, String[] args) {
        CommandLine command = exception.getCommandLine();
        console.err().println(sentence(exception));
        List<String> near = near(exception);
        if (!near.isEmpty()) {
            console.tell("usage.near", String.join(", ", near));
        }
        console.tell("usage.help", command.getCommandSpec().qualifiedName());
        return ExitCode.USAGE;
    }

    private static List<String> near(ParameterException exception) {
        return exception instanceof UnmatchedArgumentException unmatched ? unmatched.getSuggestions() : List.of();
    }

    private String sentence(ParameterException exception) {
        Texts texts = console.texts();
        if (exception instanceof UnmatchedArgumentException unmatched) {
            return texts.get("usage.unknown", unmatched.getUnmatched().getFirst());
        }
        if (exception instanceof MissingParameterException missing) {
            String names =
                    missing.getMissing().stream().map(UsageRefusals::name).collect(Collectors.joining(", "));
            return texts.get("usage.missing", names);
        }
        ArgSpec argument = exception.getArgSpec();
        if (argument != null && exception.getValue() != null) {
            return texts.get("usage.value", name(argument), exception.getValue());
        }
        return texts.get("usage.wrong", String.valueOf(exception.getMessage()));
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }
}
