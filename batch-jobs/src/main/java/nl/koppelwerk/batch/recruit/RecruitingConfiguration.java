package nl.koppelwerk.batch.recruit;

import java.time.Clock;
import nl.koppelwerk.data.database.OrganisationScope;
import nl.koppelwerk.data.recruit.Recruits;
import nl.koppelwerk.data.run.RunContents;
import nl.koppelwerk.data.run.Runs;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What to recruit as a use case. */
@Configuration(proxyBeanMethods = false)
class RecruitingConfiguration {
    @Bean
    WhatToRecruit whatToRecruit(
            OrganisationScope scope, Runs runs, RunContents contents, Recruits recruits, Clock clock) {
        return new WhatToRecruit(scope, runs, contents, recruits, clock);
    }
}
