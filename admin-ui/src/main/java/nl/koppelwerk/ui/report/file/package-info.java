/** A report as a file: to read, to calculate with, and for other programs. */
@NullMarked
package nl.koppelwerk.ui.report.file;

import org.jspecify.annotations.NullMarked;
