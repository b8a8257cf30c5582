@NullMarked
package nl.koppelwerk.ui.programme;

import org.jspecify.annotations.NullMarked;
