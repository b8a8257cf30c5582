package nl.koppelwerk.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import nl.koppelwerk.bound.Certificate;
import nl.koppelwerk.bound.Prices;
import org.jspecify.annotations.NullMarked;

/** The rules that hold the structure together. Each is shown to be able to fail by {@link ArchitectureTest}. */
enum Rules {
    THE_DOMAIN_KNOWS_ONLY_JAVA_AND_ITSELF(classes()
            .that()
            .resideInAPackage("nl.koppelwerk.domain..")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage("java..", "org.jspecify..", "nl.koppelwerk.domain.."))),
    THE_MATCHER_KNOWS_NO_SPRING_SQL_OR_JAKARTA(noClasses()
            .that(areInTheMatcher())
            .should()
            .dependOnClassesThat(
                    resideInAnyPackage("org.springframework..", "java.sql..", "javax.sql..", "jakarta.."))),
    THE_MATCHER_KNOWS_NO_OTHER_MODULE(noClasses()
            .that(areInTheMatcher())
            .should()
            .dependOnClassesThat(resideInAPackage("nl.koppelwerk..").and(not(areInTheMatcher())))),
    DATA_KNOWS_NO_JOBS_OR_PAGES(noClasses()
            .that()
            .resideInAPackage("nl.koppelwerk.data..")
            .should()
            .dependOnClassesThat(
                    resideInAnyPackage("nl.koppelwerk.batch..", "nl.koppelwerk.command..", "nl.koppelwerk.ui.."))),
    JOBS_KNOW_NO_PAGES(noClasses()
            .that()
            .resideInAPackage("nl.koppelwerk.batch..")
            .should()
            .dependOnClassesThat(resideInAPackage("nl.koppelwerk.ui.."))),
    TIMEFOLD_ONLY_IN_THE_SOLVER(noClasses()
            .that()
            .resideOutsideOfPackages("nl.koppelwerk.solver..", "nl.koppelwerk.bench..")
            .should()
            .dependOnClassesThat(resideInAPackage("ai.timefold.."))),
    OR_TOOLS_ONLY_WHERE_PROOFS_ARE_MADE(noClasses()
            .that()
            .resideOutsideOfPackages("nl.koppelwerk.bound..", "nl.koppelwerk.exact..", "nl.koppelwerk.bench..")
            .should()
            .dependOnClassesThat(resideInAPackage("com.google.ortools.."))),
    WHAT_VERIFIES_A_PROOF_SHARES_NOTHING_WITH_WHAT_FOUND_IT(classes()
            .that()
            .resideInAPackage("nl.koppelwerk.verify..")
            .should()
            .onlyDependOnClassesThat(
                    resideInAnyPackage("java..", "org.jspecify..", "nl.koppelwerk.problem..", "nl.koppelwerk.verify..")
                            .or(belongToAnyOf(Certificate.class, Prices.class)))),
    JDBC_ONLY_IN_DATA(noClasses()
            .that()
            .resideOutsideOfPackage("nl.koppelwerk.data..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("java.sql..", "org.springframework.jdbc.core.."))),
    NO_CYCLES_BETWEEN_PACKAGES(slices().matching("nl.koppelwerk.(*)..").should().beFreeOfCycles()),
    UI_FEATURES_DO_NOT_KNOW_EACH_OTHER(slices().matching("nl.koppelwerk.ui.(*)..")
            .should()
            .notDependOnEachOther()
            .ignoreDependency(DescribedPredicate.alwaysTrue(), resideInAPackage("nl.koppelwerk.ui.shell.."))),
    TIME_AND_CHANCE_COME_IN_THROUGH_THE_CONSTRUCTOR(noClasses().should(readTheClockOrThrowDice())),
    NO_FIELD_INJECTION(noFields()
            .should()
            .beAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
            .orShould()
            .beAnnotatedWith("org.springframework.beans.factory.annotation.Value")
            .orShould()
            .beAnnotatedWith("jakarta.inject.Inject")),
    ONLY_THE_COMMAND_LINE_PRINTS(noClasses()
            .that()
            .resideOutsideOfPackage("nl.koppelwerk.command..")
            .and()
            .doNotHaveFullyQualifiedName("nl.koppelwerk.Koppelwerk")
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")),
    EVERY_PACKAGE_IS_NULL_MARKED(classes().should(new ArchCondition<JavaClass>("be in a package that is @NullMarked") {
        @Override
        public void check(JavaClass item, ConditionEvents events) {
            boolean marked = item.getPackage().isAnnotatedWith(NullMarked.class);
            events.add(new SimpleConditionEvent(item, marked, item.getName() + " is not in a marked package"));
        }
    })),
    NAMES_SAY_WHAT_A_THING_IS(noClasses().should().haveNameMatching(".*(Impl|Manager|Helper|Utils?|DTO|Dto|Port)"));

    final ArchRule rule;

    Rules(ArchRule rule) {
        this.rule = rule.as(name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '));
    }

    private static DescribedPredicate<JavaClass> areInTheMatcher() {
        return resideInAnyPackage(
                "nl.koppelwerk.domain..",
                "nl.koppelwerk.sentence..",
                "nl.koppelwerk.fit..",
                "nl.koppelwerk.format..",
                "nl.koppelwerk.candidates..",
                "nl.koppelwerk.problem..",
                "nl.koppelwerk.bound..",
                "nl.koppelwerk.verify..",
                "nl.koppelwerk.exact..",
                "nl.koppelwerk.solver..",
                "nl.koppelwerk.explain..",
                "nl.koppelwerk.fairness..",
                "nl.koppelwerk.matching..",
                "nl.koppelwerk.pairing..",
                "nl.koppelwerk.referral..",
                "nl.koppelwerk.recruit..",
                "nl.koppelwerk.capacity..",
                "nl.koppelwerk.avoidedcost..",
                "nl.koppelwerk.disclosure..",
                "nl.koppelwerk.monitor..",
                "nl.koppelwerk.trial..",
                "nl.koppelwerk.bench..");
    }

    private static ArchCondition<JavaClass> readTheClockOrThrowDice() {
        DescribedPredicate<JavaAccess<?>> forbidden = describe("now(), random() or new Random()", access -> {
            JavaClass owner = access.getTargetOwner();
            String name = access.getName();
            boolean clock = owner.getPackageName().equals("java.time")
                    && name.equals("now")
                    && access.getTarget().getFullName().endsWith("now()");
            boolean system = owner.isEquivalentTo(System.class) && name.equals("currentTimeMillis");
            boolean dice = owner.isEquivalentTo(Math.class) && name.equals("random")
                    || owner.isEquivalentTo(UUID.class) && name.equals("randomUUID")
                    || owner.isEquivalentTo(Random.class)
                            && access.getTarget().getFullName().endsWith("<init>()");
            return clock || system || dice;
        });
        return new ArchCondition<>("read the clock or throw dice outside wiring") {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                boolean wiring = item.isAnnotatedWith("org.springframework.context.annotation.Configuration")
                        || item.isAnnotatedWith("org.springframework.boot.autoconfigure.SpringBootApplication");
                if (!wiring) {
                    Set<JavaAccess<?>> accesses = item.getAccessesFromSelf();
                    accesses.stream()
                            .filter(forbidden)
                            .forEach(access ->
                                    events.add(SimpleConditionEvent.satisfied(access, access.getDescription())));
                }
            }
        };
    }
}
