package nl.koppelwerk.batch;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Data and jobs without a web server: what the commands run in. */
@SpringBootApplication(scanBasePackages = {"nl.koppelwerk.data", "nl.koppelwerk.batch"})
public class BatchApplication {}
