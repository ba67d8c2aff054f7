//! A part of the widget that lies over the page, whatever that has in front or moves about: the browser's top layer.

use web_sys::HtmlElement;
use yew::prelude::*;

use crate::host::room::Room;
use crate::ui::place;

/// What a layer needs to know.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct LayerProps {
    /// Which of them it is.
    pub class: &'static str,
    /// The margin that it is to fill.
    #[prop_or_default]
    pub room: Option<Room>,
    /// What happens when the pointer comes.
    #[prop_or_default]
    pub onpointerenter: Callback<PointerEvent>,
    /// And when it leaves.
    #[prop_or_default]
    pub onpointerleave: Callback<PointerEvent>,
    /// What is on it.
    pub children: Html,
}

/// Draws a layer.
#[component]
pub fn Layer(props: &LayerProps) -> Html {
    let node = use_node_ref();
    use_effect_with((node.clone(), props.class), |(node, _)| {
        if let Some(layer) = node.cast::<HtmlElement>() {
            // One that shows already needs no showing; where there are no layers it stands in its place on the page.
            let _ = layer.show_popover();
        }
    });
    use_effect_with((node.clone(), props.room), |(node, room)| {
        if let Some((layer, room)) = node.cast::<HtmlElement>().zip(*room) {
            place::put_pixels(&layer, "--room-x", room.left);
            place::put_pixels(&layer, "--room-width", room.width);
        }
    });
    html! {
        <div
            ref={node}
            class={classes!("layer", props.class)}
            popover="manual"
            onpointerenter={props.onpointerenter.clone()}
            onpointerleave={props.onpointerleave.clone()}
        >
            { props.children.clone() }
        </div>
    }
}
