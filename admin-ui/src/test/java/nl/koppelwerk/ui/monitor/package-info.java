@NullMarked
package nl.koppelwerk.ui.monitor;

import org.jspecify.annotations.NullMarked;
