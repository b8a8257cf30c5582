/** What a report says, once, for the page and for every file. */
@NullMarked
package nl.koppelwerk.ui.report.content;

import org.jspecify.annotations.NullMarked;
