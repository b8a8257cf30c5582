package nl.koppelwerk.batch;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.batch.autoconfigure.BatchJobLauncherAutoConfiguration;

/** Data and jobs without a web server: what the commands run in. Jobs start when we say so, not with the application. */
@SpringBootApplication(
        scanBasePackages = {"nl.koppelwerk.data", "nl.koppelwerk.batch"},
        exclude = BatchJobLauncherAutoConfiguration.class)
public class BatchApplication {}
