@NullMarked
package nl.koppelwerk.ui.report;

import org.jspecify.annotations.NullMarked;
