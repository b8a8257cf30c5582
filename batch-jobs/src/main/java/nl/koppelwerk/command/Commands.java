package nl.koppelwerk.command;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;

/** All commands under one name, the help that lists them, and what happens when one cannot do its work. */
public final class Commands {
    private static final Logger log = LoggerFactory.getLogger(Commands.class);

    private final Console console;
    private final CommandLine root;
    private final Map<CommandGroup, List<CommandLine>> groups = new EnumMap<>(CommandGroup.class);

    public Commands(Console console) {
        this.console = console;
        this.root = new CommandLine(new Root());
    }

    /** @param commands classes of picocli, each a {@code Callable} that gives an {@link ExitCode} */
    public Commands with(CommandGroup group, Object... commands) {
        for (Object command : commands) {
            CommandLine line = new CommandLine(command);
            groups.computeIfAbsent(group, none -> new ArrayList<>()).add(line);
            root.addSubcommand(line);
        }
        return this;
    }

    /** By the order in which they are listed. */
    public List<String> names() {
        return groups.values().stream()
                .flatMap(List::stream)
                .map(CommandLine::getCommandName)
                .toList();
    }

    /** @return one of {@link ExitCode} */
    public int run(List<String> words) {
        return commandLine().execute(words.toArray(String[]::new));
    }

    CommandLine commandLine() {
        root.setOut(console.out());
        root.setErr(console.err());
        root.setResourceBundle(console.texts().bundle());
        root.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST_HEADING, help -> "");
        root.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST, this::overview);
        root.setUsageHelpWidth(100);
        root.setExpandAtFiles(false);
        root.setParameterExceptionHandler(new UsageRefusals(console));
        root.setExecutionExceptionHandler(this::refuse);
        return root;
    }

    private int refuse(Exception exception, CommandLine command, ParseResult parsed) {
        if (exception instanceof Refusal refusal) {
            console.err().println(refusal.sentence(console.texts()));
            return refusal.exitCode();
        }
        log.error("The command {} failed unexpectedly", command.getCommandName(), exception);
        console.tell(
                "unexpected", command.getCommandName(), exception.getClass().getSimpleName());
        return ExitCode.FAILED;
    }

    private String overview(Help help) {
        StringBuilder overview = new StringBuilder();
        groups.forEach((group, commands) -> {
            overview.append("%n%s%n".formatted(console.texts().get(group.key())));
            commands.forEach(command -> overview.append("  %-12s %s%n"
                    .formatted(
                            command.getCommandName(),
                            command.getCommandSpec().usageMessage().description()[0])));
        });
        return overview.toString();
    }

    @Command(name = "koppelwerk")
    private final class Root implements Runnable {
        @Option(
                names = {"-h", "--help"},
                usageHelp = true,
                scope = CommandLine.ScopeType.INHERIT)
        private boolean help;

        /** Read by {@link Arguments#locale()} before anything is printed; here so that the help lists it. */
        @Option(names = "--english", scope = CommandLine.ScopeType.INHERIT)
        private boolean english;

        @Override
        public void run() {
            root.usage(console.out());
        }
    }
}
