package nl.koppelwerk.batch;

import org.springframework.boot.batch.autoconfigure.BatchJobLauncherAutoConfiguration;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Data and jobs without a web server: what the commands run in. Jobs start when we say so, not with the application. */
@SpringBootApplication(
        scanBasePackages = {"nl.koppelwerk.data", "nl.koppelwerk.batch"},
        exclude = BatchJobLauncherAutoConfiguration.class)
public class BatchApplication {}
