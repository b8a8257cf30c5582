@NullMarked
package nl.koppelwerk.ui.recruit;

import org.jspecify.annotations.NullMarked;
