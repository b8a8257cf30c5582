package nl.koppelwerk.data.person;

import java.time.Clock;
import nl.koppelwerk.data.audit.Audit;
import nl.koppelwerk.data.audit.AuditConfiguration;
import nl.koppelwerk.data.export.Exporting;
import nl.koppelwerk.data.history.History;
import nl.koppelwerk.data.imports.Readings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeping families and volunteers, as beans. */
@Configuration(proxyBeanMethods = false)
@Import(AuditConfiguration.class)
public class PersonConfiguration {
    @Bean
    Readings readings(JdbcClient jdbc, Clock clock) {
        return new Readings(jdbc, clock);
    }

    @Bean
    History history(JdbcClient jdbc, Clock clock) {
        return new History(jdbc, clock);
    }

    @Bean
    EditingFamilies editingFamilies(JdbcClient jdbc, Readings readings, History history, Audit audit) {
        return new EditingFamilies(jdbc, readings, history, audit);
    }

    @Bean
    EditingRequests editingRequests(JdbcClient jdbc, Readings readings, History history, Audit audit) {
        return new EditingRequests(jdbc, readings, history, audit);
    }

    @Bean
    BeginningFamilies beginningFamilies(Readings readings, EditingFamilies families, EditingRequests requests) {
        return new BeginningFamilies(readings, families, requests);
    }

    @Bean
    EditingVolunteers editingVolunteers(JdbcClient jdbc, Readings readings, History history, Audit audit) {
        return new EditingVolunteers(jdbc, readings, history, audit);
    }

    @Bean
    PausingVolunteers pausingVolunteers(JdbcClient jdbc, History history, Audit audit) {
        return new PausingVolunteers(jdbc, history, audit);
    }

    @Bean
    Duplicates duplicates(JdbcClient jdbc) {
        return new Duplicates(jdbc);
    }

    @Bean
    Exporting exporting(JdbcClient jdbc) {
        return new Exporting(jdbc);
    }

    @Bean
    MergingFamilies mergingFamilies(JdbcClient jdbc, Readings readings, History history, Audit audit) {
        return new MergingFamilies(jdbc, readings, history, audit);
    }

    @Bean
    MergingVolunteers mergingVolunteers(JdbcClient jdbc, Readings readings, History history, Audit audit) {
        return new MergingVolunteers(jdbc, readings, history, audit);
    }
}
