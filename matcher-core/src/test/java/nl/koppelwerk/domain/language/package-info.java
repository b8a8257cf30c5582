@NullMarked
package nl.koppelwerk.domain.language;

import org.jspecify.annotations.NullMarked;
