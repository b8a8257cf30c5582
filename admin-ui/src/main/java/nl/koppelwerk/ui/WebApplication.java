package nl.koppelwerk.ui;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The web application: the pages with the data and the jobs below them. */
@SpringBootApplication(scanBasePackages = {"nl.koppelwerk.data", "nl.koppelwerk.batch", "nl.koppelwerk.ui"})
public class WebApplication {}
