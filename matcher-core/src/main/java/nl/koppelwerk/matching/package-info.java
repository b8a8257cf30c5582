/** From the snapshot of a night to proposals and unpaired requests with their causes, and the check of them. */
@NullMarked
package nl.koppelwerk.matching;

import org.jspecify.annotations.NullMarked;
