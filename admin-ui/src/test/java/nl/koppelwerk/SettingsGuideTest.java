package nl.koppelwerk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import nl.koppelwerk.command.settings.Setting;
import nl.koppelwerk.command.settings.Settings;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;

class SettingsGuideTest {
    /** Said by the start script to the program, not by people. */
    private static final String BETWEEN_PROGRAMS = "koppelwerk.terminal";

    @Test
    void everySettingIsInTheGuide() throws IOException {
        List<String> guide = Files.readAllLines(Path.of("INSTALL.md"));

        assertThat(Settings.ALL)
                .filteredOn(setting -> !setting.name().equals(BETWEEN_PROGRAMS))
                .allSatisfy(setting -> assertThat(guide)
                        .anyMatch(line ->
                                line.startsWith("| `" + setting.name() + "` | `" + setting.variable() + "` | ")));
    }

    @Test
    void everySettingThatTheProgramReadsIsKnownToTheCheck() {
        ClassPathScanningCandidateComponentProvider scan = new ClassPathScanningCandidateComponentProvider(false);
        scan.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));

        List<String> read = scan.findCandidateComponents("nl.koppelwerk").stream()
                .flatMap(found -> names(Objects.requireNonNull(found.getBeanClassName())))
                .toList();

        assertThat(read).contains("koppelwerk.database.pool-size", "koppelwerk.mail.from");
        assertThat(Settings.ALL).map(Setting::name).containsAll(read);
    }

    private static Stream<String> names(String settings) {
        try {
            Class<?> type = Class.forName(settings);
            String prefix = type.getAnnotation(ConfigurationProperties.class).value();
            return Stream.of(type.getRecordComponents())
                    .map(RecordComponent::getName)
                    .map(name -> prefix + "." + DataObjectPropertyName.toDashedForm(name));
        } catch (ClassNotFoundException e) {
            throw new AssertionError(settings, e);
        }
    }
}
