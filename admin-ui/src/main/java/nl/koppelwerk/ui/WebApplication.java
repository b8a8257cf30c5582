package nl.koppelwerk.ui;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.batch.autoconfigure.BatchJobLauncherAutoConfiguration;

/** The web application: the pages with the data and the jobs below them. Jobs start when we say so, not with it. */
@SpringBootApplication(
        scanBasePackages = {"nl.koppelwerk.data", "nl.koppelwerk.batch", "nl.koppelwerk.ui"},
        exclude = BatchJobLauncherAutoConfiguration.class)
public class WebApplication {}
