package nl.koppelwerk.data.database;

import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/** The database as beans: whoever gets the data source gets it migrated, under the runtime role. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseSettings.class)
public class DatabaseConfiguration {
    @Bean
    Database database(DatabaseSettings settings) {
        return Database.open(settings);
    }

    @Bean(destroyMethod = "")
    DataSource dataSource(Database database) {
        return database.dataSource();
    }

    @Bean
    PlatformTransactionManager transactionManager(DataSource dataSource) {
        return new JdbcTransactionManager(dataSource);
    }

    @Bean
    JdbcClient jdbcClient(DataSource dataSource) {
        return JdbcClient.create(dataSource);
    }

    @Bean
    OrganisationScope organisationScope(
            JdbcClient jdbc, PlatformTransactionManager transactions, ObjectProvider<Reader> reader) {
        return new OrganisationScope(jdbc, transactions, reader.getIfAvailable(() -> Reader.SOFTWARE));
    }

    @Bean
    AdvisoryLocks advisoryLocks(DataSource dataSource) {
        return new AdvisoryLocks(dataSource);
    }
}
