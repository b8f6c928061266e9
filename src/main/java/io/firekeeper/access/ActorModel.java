package io.firekeeper.access;

import io.firekeeper.identity.Actor;
import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/**
 * Lets every page ask what the person may do: {@code ${actor.may('FLEET_EDIT')}}.
 */
@ControllerAdvice
class ActorModel {

	@ModelAttribute("actor")
	@Nullable Actor actor() {
		return CurrentActor.find().orElse(null);
	}

}
