@NullMarked
package nl.koppelwerk.ui.casereview;

import org.jspecify.annotations.NullMarked;
