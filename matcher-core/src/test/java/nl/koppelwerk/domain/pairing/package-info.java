@NullMarked
package nl.koppelwerk.domain.pairing;

import org.jspecify.annotations.NullMarked;
