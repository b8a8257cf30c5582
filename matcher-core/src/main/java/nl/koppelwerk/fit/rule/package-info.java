/** What a rule is: asked of the request's side, offered by the volunteer's side, judged together, said in a sentence. */
@NullMarked
package nl.koppelwerk.fit.rule;

import org.jspecify.annotations.NullMarked;
