/** Whether anything is left of a person who was erased. */
@NullMarked
package nl.koppelwerk.data.erasure;

import org.jspecify.annotations.NullMarked;
