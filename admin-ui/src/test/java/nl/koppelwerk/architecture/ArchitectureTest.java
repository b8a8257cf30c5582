package nl.koppelwerk.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The structure is as {@link Rules} says, and every rule notices a class that breaks it. */
class ArchitectureTest {
    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages("nl.koppelwerk");

    /** Classes made to break the rules; they live in test packages that end in {@code wrong} or {@code wronger}. */
    private static final JavaClasses BREACHES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.ONLY_INCLUDE_TESTS)
            .withImportOption(location -> location.contains("/wrong"))
            .importPackages("nl.koppelwerk");

    @ParameterizedTest
    @EnumSource
    void theProductKeeps(Rules rule) {
        rule.rule.allowEmptyShould(true).check(PRODUCT);
    }

    @ParameterizedTest
    @EnumSource
    void aBreachIsNoticed(Rules rule) {
        assertThat(rule.rule.evaluate(BREACHES).getFailureReport().getDetails())
                .as(rule.rule.getDescription())
                .isNotEmpty();
    }
}
